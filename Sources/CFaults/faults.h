// What the pieces of the fault injector share. Every function here is called with the lock held.
#ifndef FAULTS_H
#define FAULTS_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

#define INTERNAL __attribute__((visibility("hidden")))

enum mode { MODE_OFF, MODE_COUNT, MODE_FAIL, MODE_KILL, MODE_PLUG };
enum error { ERROR_FULL, ERROR_IO, ERROR_SHORT };
enum verdict { PASS, FAIL, HALF, HALF_AND_DIE };

struct settings {
    char under[PATH_MAX];
    char grave[PATH_MAX];
    enum mode mode;
    enum error error;
    bool keep;
    uint64_t at;
    uint64_t random;
    int report;
};

extern INTERNAL struct settings settings;

/// Takes the lock, having read the settings before; false: there is nothing to do, and the lock is not held.
INTERNAL bool begin(void);
INTERNAL void end(void);
INTERNAL uint64_t next_random(void);

/// Whether the path, made absolute, is under the folder; it is written to `absolute` (PATH_MAX).
INTERNAL bool is_under(int folder, const char *path, char *absolute);
INTERNAL bool is_open_under(int descriptor, char *absolute);
INTERNAL bool is_shared_memory(const char *path);

/// Counts one change and says what is to become of it; errno is set for FAIL. Does not return when the program dies here.
INTERNAL enum verdict judge(const char *kind, size_t bytes, bool needs_room, const char *path);
INTERNAL void die(void) __attribute__((noreturn));

/// Unsynced contents: what a file was when it was last synced, and each change since.
INTERNAL void remember_write(int descriptor, off_t offset, const void *bytes, size_t length);
INTERNAL void remember_size(int descriptor, off_t size);
INTERNAL void forget_contents(int descriptor);
INTERNAL void lose_contents(void);

/// Unsynced names: each change of a folder since it was last synced.
enum naming { NAMED_FILE, NAMED_FOLDER, RENAMED, REMOVED_FILE, REMOVED_FOLDER };
INTERNAL void remember_name(enum naming naming, const char *path, const char *from);
INTERNAL void bury(const char *path);
INTERNAL void forget_names(int folder);
INTERNAL void lose_names(void);

/// The machine loses power: unsynced contents and names go, shared memory is rubbish afterwards.
INTERNAL void pull_the_plug(void);

#endif
