"""The same life in each library: `make()` gives a task at its beginning, `restore(saved)` one that was saved, `fire(task, place)` the act at a place."""

import json

import django.conf

django.conf.settings.configure()
import django

django.setup()

from statemachine import State as MachineState
from statemachine import StateMachine
from SpiffWorkflow.serializer.json import JSONSerializer
from SpiffWorkflow.specs.Simple import Simple
from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec
from SpiffWorkflow.task import TaskState
from SpiffWorkflow.workflow import Workflow
from transitions import Machine
from viewflow.fsm import State as FlowState

from lifecycle import ACTS, STATES, Task, source


class Saving:
    """Tasks whose whole state is `state`, `facts` and `fired`."""

    def save(self, task): return json.dumps([task.state, task.facts, task.fired])

    def restore(self, saved):
        state, facts, fired = json.loads(saved)
        return self.make(state, facts, fired)


class Transitions(Saving):
    name = "transitions"

    def __init__(self):
        self.machine = Machine(states=STATES, initial="proposed", auto_transitions=False, model=None)
        for place, act in enumerate(ACTS):
            checks = [lambda event, act=act: event.model.may(act)]
            checks += [lambda event, check=check: check(event.model) for check in act[4]]
            self.machine.add_transition(act[0], source(place), act[1], conditions=checks)
        self.machine.send_event = True

    def make(self, *saved):
        task = Task(*saved)
        self.machine.add_model(task, initial=task.state)
        return task

    def fire(self, task, place):
        act = ACTS[place]
        task.begin(act)
        if not getattr(task, act[0])(): raise ValueError(act[0])
        task.done(act)

    def drop(self, task): self.machine.remove_model(task)


class PythonStateMachine(Saving):
    name = "python-statemachine"

    def __init__(self):
        states = {name: MachineState(name, value=name, initial=name == "proposed", final=name in ("applied", "cancelled")) for name in STATES}
        body = dict(states)
        body["cancel"] = states["proposed"].to(states["cancelled"])
        for place, act in enumerate(ACTS):
            names = []
            for number, check in enumerate([lambda task, act=act: task.may(act), *act[4]]):
                names.append(f"check_{place}_{number}")
                body[names[-1]] = (lambda check: lambda self: check(self.model))(check)
            body[act[0]] = states[source(place)].to(states[act[1]], cond=names)
        self.kind = type(StateMachine)("Grant", (StateMachine,), body)

    def make(self, *saved):
        task = Task(*saved)
        task.machine = self.kind(model=task, state_field="state")
        return task

    def fire(self, task, place):
        act = ACTS[place]
        task.begin(act)
        task.machine.send(act[0])
        if task.state != act[1]: raise ValueError(act[0])
        task.done(act)

    def drop(self, task): pass


class Viewflow(Saving):
    name = "viewflow.fsm"

    def __init__(self):
        flow = {"field": FlowState(STATES, default="proposed")}
        field = flow["field"]
        body = {"field": field, "__init__": lambda self, task: setattr(self, "task", task)}
        body["read"] = field.getter()(lambda self: self.task.state)
        body["write"] = field.setter()(lambda self, value: setattr(self.task, "state", value))
        for place, act in enumerate(ACTS):
            checks = [(lambda act: lambda flow: flow.task.may(act))(act)]
            checks += [(lambda check: lambda flow: check(flow.task))(check) for check in act[4]]

            def method(self): pass

            method.__name__ = act[0]
            body[act[0]] = field.transition(source=source(place), target=act[1], conditions=checks)(method)
        self.kind = type("Grant", (), body)

    def make(self, *saved):
        task = Task(*saved)
        task.flow = self.kind(task)
        return task

    def fire(self, task, place):
        act = ACTS[place]
        task.begin(act)
        getattr(task.flow, act[0])()
        if task.state != act[1]: raise ValueError(act[0])
        task.done(act)

    def drop(self, task): pass


class Spiff:
    """Its own serialiser keeps the specification with each workflow; it has no other way to read one back."""

    name = "SpiffWorkflow"

    def __init__(self):
        self.spec = WorkflowSpec("grant", addstart=True)
        before = self.spec.start
        for act in ACTS:
            step = Simple(self.spec, act[0])
            before.connect(step)
            before = step
        self.serializer = JSONSerializer()

    def make(self):
        task = Task()
        task.workflow = Workflow(self.spec)
        task.workflow.run_next()
        return task

    def fire(self, task, place):
        act = ACTS[place]
        task.begin(act)
        ready = task.workflow.get_next_task(state=TaskState.READY)
        if ready.task_spec.name != act[0] or not task.may(act) or not all(check(task) for check in act[4]): raise ValueError(act[0])
        ready.run()
        task.done(act)

    def save(self, task):
        return json.dumps([task.facts, task.fired]) + "\n" + task.workflow.serialize(self.serializer)

    def restore(self, saved):
        own, _, rest = saved.partition("\n")
        facts, fired = json.loads(own)
        task = Task(facts=facts, fired=fired)
        task.workflow = Workflow.deserialize(self.serializer, rest)
        return task

    def drop(self, task): pass


ENGINES = [Transitions, PythonStateMachine, Viewflow, Spiff]
