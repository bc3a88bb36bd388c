// Names that were given, changed or taken away in folders that were not synced since: kept so that the latest of them can be undone.
#define _GNU_SOURCE
#include "faults.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

struct naming_done {
    enum naming naming;
    dev_t device; // of the folder
    ino_t number;
    char *path, *from;
    char *grave;  // where the file lies that had the name before
    bool is_over; // synced, or undone
};

static struct naming_done *done;
static size_t count, room, graves;
static char buried[PATH_MAX * 2];

static bool folder_of(const char *path, struct stat *status) {
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (!slash) return false;
    *slash = 0;
    return !stat(*folder ? folder : "/", status);
}

// Keeps hold of a file whose name is about to go; the next name that is remembered owns it.
void bury(const char *path) {
    *buried = 0;
    struct stat status;
    if (lstat(path, &status) || S_ISDIR(status.st_mode)) return;
    snprintf(buried, sizeof buried, "%s/%zu-%d", settings.grave, graves++, getpid());
    if (syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, buried, 0)) *buried = 0;
}

void remember_name(enum naming naming, const char *path, const char *from) {
    struct stat status;
    if (!folder_of(path, &status)) return;
    if (count == room) done = realloc(done, (room = room * 2 + 16) * sizeof *done);
    done[count++] = (struct naming_done){
        naming, status.st_dev, status.st_ino, strdup(path), from ? strdup(from) : NULL, *buried ? strdup(buried) : NULL, false,
    };
    *buried = 0;
}

void forget_names(int folder) {
    struct stat status;
    if (fstat(folder, &status)) return;
    for (size_t index = 0; index < count; index++) {
        if (done[index].device == status.st_dev && done[index].number == status.st_ino) done[index].is_over = true;
    }
}

static void remove_all(const char *path) {
    if (!syscall(SYS_unlinkat, AT_FDCWD, path, 0)) return;
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        char inner[PATH_MAX];
        if (snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name) < (int)sizeof inner) remove_all(inner);
    }
    if (folder) closedir(folder);
    syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

static void undo(struct naming_done *naming) {
    switch (naming->naming) {
    case NAMED_FILE:
    case NAMED_FOLDER: remove_all(naming->path); break;
    case RENAMED: syscall(SYS_renameat2, AT_FDCWD, naming->path, AT_FDCWD, naming->from, 0); break;
    case REMOVED_FILE: break;
    case REMOVED_FOLDER: syscall(SYS_mkdirat, AT_FDCWD, naming->path, 0700); break;
    }
    if (naming->grave) syscall(SYS_linkat, AT_FDCWD, naming->grave, AT_FDCWD, naming->path, 0);
}

// Where a folder keeps its new name, what was done in it before is there, too.
static void move(char **path, const struct naming_done *renamed) {
    size_t length = renamed->from ? strlen(renamed->from) : 0;
    if (!*path || !length || strncmp(*path, renamed->from, length) || (*path)[length] != '/') return;
    char moved[PATH_MAX * 2];
    snprintf(moved, sizeof moved, "%s%s", renamed->path, *path + length);
    free(*path);
    *path = strdup(moved);
}

// Of each folder the first so many changes are kept, as a journal keeps them: none, all, or any number.
void lose_names(void) {
    for (size_t first = 0; first < count; first++) {
        if (done[first].is_over || !done[first].number) continue;
        size_t open = 0;
        for (size_t index = first; index < count; index++) {
            if (!done[index].is_over && done[index].device == done[first].device && done[index].number == done[first].number) open++;
        }
        uint64_t manner = next_random() % 3;
        size_t kept = manner == 0 ? 0 : manner == 1 ? open : (size_t)(next_random() % (open + 1));
        dev_t device = done[first].device;
        ino_t number = done[first].number;
        for (size_t index = first; index < count; index++) {
            if (done[index].is_over || done[index].device != device || done[index].number != number) continue;
            if (kept > 0) {
                done[index].is_over = true;
                kept--;
            } else {
                // Marked by the folder's number, so that it is not asked about again.
                done[index].number = 0;
                done[index].device = 0;
            }
        }
    }
    for (size_t index = count; index-- > 0;) {
        if (!done[index].is_over) {
            undo(&done[index]);
        } else if (done[index].naming == RENAMED) {
            for (size_t earlier = 0; earlier < index; earlier++) {
                move(&done[earlier].path, &done[index]);
                move(&done[earlier].from, &done[index]);
            }
        }
    }
}
