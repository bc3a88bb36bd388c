/// A file system that fails on demand, for `torture`: loaded into a program with LD_PRELOAD it stands between it and the C library's calls
/// that change files, for paths under one folder. Nothing links against it; it is told what to do by variables of the environment:
///
/// NHIEMVU_FAULTS_UNDER   the folder; everything elsewhere is left alone. Without it nothing is done at all.
/// NHIEMVU_FAULTS_MODE    count: change nothing. fail: let a call fail. kill: end the program (SIGKILL). plug: pull the plug of the machine.
/// NHIEMVU_FAULTS_AT      at which change, from 1: each call that would change the folder is one. For plug a number beyond the last: after
///                        the program ended by itself.
/// NHIEMVU_FAULTS_ERROR   fail: ENOSPC (only where room is needed), EIO, or SHORT (half of a write, the next one ENOSPC).
/// NHIEMVU_FAULTS_KEEP    fail: 1 for that call and all after it.
/// NHIEMVU_FAULTS_SEED    what of the unsynced is lost, and whether a killed write is torn: the same seed, the same damage.
/// NHIEMVU_FAULTS_GRAVE   plug: an empty folder on the same disk, outside of the other, for names whose removal may be undone.
/// NHIEMVU_FAULTS_REPORT  a file that gets a line for each change: its number, kind, bytes, whether it needs room (1 or 0), path.
#ifndef CFAULTS_H
#define CFAULTS_H
#endif
