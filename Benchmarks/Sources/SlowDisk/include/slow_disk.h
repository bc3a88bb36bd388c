#ifndef SLOW_DISK_H
#define SLOW_DISK_H

/// Each fdatasync of this process takes so many microseconds longer from now on, as on a disk that is slower to confirm; 0 as it is.
void slow_disk_set_delay(unsigned microseconds);

/// How many of its fdatasyncs came through here: none where the linker took the C library's.
unsigned slow_disk_syncs(void);

#endif
