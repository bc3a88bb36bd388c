#define _GNU_SOURCE
#include "slow_disk.h"

#include <errno.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_uint delay, syncs;

void slow_disk_set_delay(unsigned microseconds) { atomic_store(&delay, microseconds); }

unsigned slow_disk_syncs(void) { return atomic_load(&syncs); }

/// In the place of the C library's, for SQLite too: the program's own symbols come first.
int fdatasync(int file) {
    atomic_fetch_add(&syncs, 1);
    int result = (int)syscall(SYS_fdatasync, file), error = errno;
    unsigned rest = atomic_load(&delay);
    if (rest > 0) {
        struct timespec time = {.tv_sec = rest / 1000000, .tv_nsec = (long)(rest % 1000000) * 1000};
        while (nanosleep(&time, &time) == -1 && errno == EINTR) {}
    }
    errno = error;
    return result;
}
