// The settings, the lock, and the count of changes.
#define _GNU_SOURCE
#include "faults.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

struct settings settings;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t reading = PTHREAD_ONCE_INIT;
static uint64_t count;
static bool room_is_gone;

static const char *variable(const char *name) {
    char full[64];
    snprintf(full, sizeof full, "NHIEMVU_FAULTS_%s", name);
    const char *value = getenv(full);
    return value ? value : "";
}

static void read_settings(void) {
    if (!realpath(variable("UNDER"), settings.under)) return;
    const char *mode = variable("MODE"), *error = variable("ERROR"), *report = variable("REPORT");
    settings.mode = !strcmp(mode, "fail")   ? MODE_FAIL
                    : !strcmp(mode, "kill") ? MODE_KILL
                    : !strcmp(mode, "plug") ? MODE_PLUG
                                            : MODE_COUNT;
    settings.error = !strcmp(error, "EIO") ? ERROR_IO : !strcmp(error, "SHORT") ? ERROR_SHORT : ERROR_FULL;
    settings.keep = !strcmp(variable("KEEP"), "1");
    settings.at = strtoull(variable("AT"), NULL, 10);
    settings.random = strtoull(variable("SEED"), NULL, 10);
    if (settings.mode == MODE_PLUG && !realpath(variable("GRAVE"), settings.grave)) settings.mode = MODE_COUNT;
    settings.report = *report ? (int)syscall(SYS_openat, AT_FDCWD, report, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
}

bool begin(void) {
    pthread_once(&reading, read_settings);
    if (settings.mode == MODE_OFF) return false;
    pthread_mutex_lock(&lock);
    return true;
}

void end(void) {
    int saved = errno;
    pthread_mutex_unlock(&lock);
    errno = saved;
}

// SplitMix64.
uint64_t next_random(void) {
    uint64_t mixed = settings.random += 0x9E3779B97F4A7C15;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

static void report(const char *kind, size_t bytes, bool needs_room, const char *path) {
    if (settings.report < 0) return;
    char line[PATH_MAX + 96];
    size_t prefix = strlen(settings.under);
    const char *shown = path[prefix] == '/' ? path + prefix + 1 : ".";
    int length = snprintf(line, sizeof line, "%llu %s %zu %d %s\n", (unsigned long long)count, kind, bytes, needs_room, shown);
    syscall(SYS_write, settings.report, line, (size_t)length);
}

enum verdict judge(const char *kind, size_t bytes, bool needs_room, const char *path) {
    count += 1;
    report(kind, bytes, needs_room, path);
    bool is_write = !strcmp(kind, "write");
    if (room_is_gone && needs_room) {
        // The rest of a write that was cut short.
        room_is_gone = settings.keep;
        errno = ENOSPC;
        return FAIL;
    }
    if (count < settings.at || (count > settings.at && !settings.keep)) return PASS;
    switch (settings.mode) {
    case MODE_KILL:
        if (is_write && bytes > 1 && next_random() % 2) return HALF_AND_DIE;
        die();
    case MODE_PLUG:
        pull_the_plug();
        die();
    case MODE_FAIL:
        if (settings.error == ERROR_SHORT && is_write && needs_room && bytes > 1) {
            room_is_gone = true;
            return HALF;
        }
        if (settings.error != ERROR_IO && !needs_room) return PASS;
        errno = settings.error == ERROR_IO ? EIO : ENOSPC;
        return FAIL;
    default: return PASS;
    }
}

void pull_the_plug(void) {
    lose_contents();
    lose_names();
}

// A program that ended by itself, and then the power went.
__attribute__((destructor)) static void ended(void) {
    if (!begin()) return;
    if (settings.mode == MODE_PLUG) pull_the_plug();
    settings.mode = MODE_OFF;
    end();
}
