// The calls that give, change and take away names, as programs know them.
#define _GNU_SOURCE
#include "faults.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static int renamed(int old_folder, const char *old, int new_folder, const char *new, unsigned flags) {
    char from[PATH_MAX], to[PATH_MAX];
    if (!begin()) return (int)syscall(SYS_renameat2, old_folder, old, new_folder, new, flags);
    int result;
    if (!is_under(new_folder, new, to) || !is_under(old_folder, old, from)) {
        result = (int)syscall(SYS_renameat2, old_folder, old, new_folder, new, flags);
    } else if (judge("rename", 0, true, to) != PASS) {
        result = -1;
    } else {
        bool remembers = settings.mode == MODE_PLUG;
        if (remembers) bury(to);
        result = (int)syscall(SYS_renameat2, old_folder, old, new_folder, new, flags);
        if (!result && remembers) remember_name(RENAMED, to, from);
    }
    end();
    return result;
}

int rename(const char *old, const char *new) { return renamed(AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int old_folder, const char *old, int new_folder, const char *new) { return renamed(old_folder, old, new_folder, new, 0); }
int renameat2(int old_folder, const char *old, int new_folder, const char *new, unsigned flags) {
    return renamed(old_folder, old, new_folder, new, flags);
}

static int removed(int folder, const char *path, int flags) {
    char absolute[PATH_MAX];
    struct stat status;
    if (!begin()) return (int)syscall(SYS_unlinkat, folder, path, flags);
    int result;
    if (!is_under(folder, path, absolute) || lstat(absolute, &status)) {
        result = (int)syscall(SYS_unlinkat, folder, path, flags);
    } else if (judge("remove", 0, false, absolute) != PASS) {
        result = -1;
    } else {
        // Shared memory means nothing after the power went, so nobody misses its name.
        bool remembers = settings.mode == MODE_PLUG && !is_shared_memory(absolute);
        if (remembers) bury(absolute);
        result = (int)syscall(SYS_unlinkat, folder, path, flags);
        if (!result && remembers) remember_name(flags & AT_REMOVEDIR ? REMOVED_FOLDER : REMOVED_FILE, absolute, NULL);
    }
    end();
    return result;
}

int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return removed(folder, path, flags); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
    int result = removed(AT_FDCWD, path, 0);
    return result && errno == EISDIR ? removed(AT_FDCWD, path, AT_REMOVEDIR) : result;
}

// A new name: a folder, or another name of a file.
static int named(const char *kind, enum naming naming, int folder, const char *path, int old_folder, const char *old, unsigned how) {
    bool is_link = old != NULL;
    char absolute[PATH_MAX];
    bool holds = begin(), is_ours = holds && is_under(folder, path, absolute);
    struct stat status;
    int result;
    if (is_ours && lstat(absolute, &status) && judge(kind, 0, true, absolute) != PASS) {
        result = -1;
    } else {
        result = (int)(is_link ? syscall(SYS_linkat, old_folder, old, folder, path, how) : syscall(SYS_mkdirat, folder, path, how));
        if (!result && is_ours && settings.mode == MODE_PLUG) remember_name(naming, absolute, NULL);
    }
    if (holds) end();
    return result;
}

int mkdir(const char *path, mode_t mode) { return named("folder", NAMED_FOLDER, AT_FDCWD, path, 0, NULL, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { return named("folder", NAMED_FOLDER, folder, path, 0, NULL, mode); }
int link(const char *old, const char *path) { return named("link", NAMED_FILE, AT_FDCWD, path, AT_FDCWD, old, 0); }
int linkat(int old_folder, const char *old, int folder, const char *path, int flags) {
    return named("link", NAMED_FILE, folder, path, old_folder, old, (unsigned)flags);
}
