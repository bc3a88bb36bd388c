"""Exported diagrams against the OMG's schema of BPMN 2.0, as bpmn.io's reader sees them, and as pm4py reads them: every element drawn, nothing lost."""

import logging
import pathlib
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.WARNING)

import bpmn_io  # noqa: E402
import pm4py  # noqa: E402
import SpiffWorkflow  # noqa: E402
from exchange import exported, machines, regimes  # noqa: E402
from lxml import etree  # noqa: E402
from program import conclude  # noqa: E402

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DRAWING = "{http://www.omg.org/spec/BPMN/20100524/DI}"
NODES = {MODEL + tag for tag in ("startEvent", "endEvent", "exclusiveGateway", "userTask", "serviceTask", "subProcess")}
BOXES = NODES | {MODEL + "lane", MODEL + "participant"}
schema = etree.XMLSchema(etree.parse(pathlib.Path(SpiffWorkflow.__file__).parent / "bpmn/parser/schema/BPMN20.xsd"))

differences: list[str] = []
agreed = 0
for regime in regimes():
    for machine in machines(regime):
        name = f"{regime} {machine}"
        path = exported(regime, "bpmn", "--machine", machine)
        tree = etree.parse(path)
        faults = [] if schema.validate(tree) else [str(fault) for fault in schema.error_log]
        report = bpmn_io.check(pathlib.Path(path).read_text())
        faults += [f"bpmn.io: {word}" for word in (*report.errors, *report.warnings)]
        elements = {one.get("id"): one.tag for one in tree.iter() if isinstance(one.tag, str) and one.get("id")}
        for box, tags in (("BPMNShape", BOXES), ("BPMNEdge", {MODEL + "sequenceFlow"})):
            drawn = [one.get("bpmnElement") for one in tree.iter(DRAWING + box)]
            wanted = {id for id, tag in elements.items() if tag in tags}
            if len(drawn) != len(set(drawn)) or set(drawn) != wanted:
                faults.append(f"{box}: drawn {len(drawn)}, wanted {len(wanted)}")
        read = pm4py.read_bpmn(path)
        lost = {id for id, tag in elements.items() if tag in NODES} - {node.get_id() for node in read.get_nodes()}
        flows = sum(tag == MODEL + "sequenceFlow" for tag in elements.values())
        if lost or len(read.get_flows()) != flows:
            faults.append(f"pm4py loses {sorted(lost)[:3]}, reads {len(read.get_flows())} flows of {flows}")
        differences += [f"{name}: {fault}" for fault in faults]
        agreed += not faults
conclude("bpmn", agreed, differences)
