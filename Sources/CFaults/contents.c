// Contents that were written but not synced: kept so that any part of them can be lost, as a disk may lose it.
#define _GNU_SOURCE
#include "faults.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { SECTOR = 512 };

struct change {
    off_t old_size, new_size; // of the file, before and after
    off_t offset;
    size_t length, had;       // bytes written; bytes that were there before
    char *before, *after;     // after is NULL where only the size changed
};

// The descriptor is one of our own and stays open: closing any descriptor of a file would drop the locks that SQLite holds on it.
struct file {
    dev_t device;
    ino_t number;
    int descriptor;
    bool is_shared_memory;
    struct change *changes;
    size_t count, room;
    struct file *next;
};

static struct file *files;

static struct file *find(int descriptor, bool make) {
    struct stat status;
    if (fstat(descriptor, &status)) return NULL;
    for (struct file *file = files; file; file = file->next) {
        if (file->device == status.st_dev && file->number == status.st_ino) return file;
    }
    if (!make) return NULL;
    char link[64], path[PATH_MAX] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    struct file *file = calloc(1, sizeof *file);
    file->device = status.st_dev;
    file->number = status.st_ino;
    file->descriptor = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDWR | O_CLOEXEC, 0);
    if (readlink(link, path, sizeof path - 1) > 0) file->is_shared_memory = is_shared_memory(path);
    file->next = files;
    return files = file;
}

static struct change *add(struct file *file) {
    if (file->count == file->room) file->changes = realloc(file->changes, (file->room = file->room * 2 + 16) * sizeof *file->changes);
    struct change *change = &file->changes[file->count++];
    memset(change, 0, sizeof *change);
    struct stat status;
    change->old_size = fstat(file->descriptor, &status) ? 0 : status.st_size;
    return change;
}

static void keep_before(struct file *file, struct change *change, off_t offset, off_t end) {
    if (end > change->old_size) end = change->old_size;
    change->offset = offset;
    if (end <= offset) return;
    change->before = malloc((size_t)(end - offset));
    ssize_t had = pread(file->descriptor, change->before, (size_t)(end - offset), offset);
    change->had = had > 0 ? (size_t)had : 0;
}

void remember_write(int descriptor, off_t offset, const void *bytes, size_t length) {
    struct file *file = find(descriptor, true);
    if (!file) return;
    struct change *change = add(file);
    keep_before(file, change, offset, offset + (off_t)length);
    change->length = length;
    change->after = malloc(length ? length : 1);
    memcpy(change->after, bytes, length);
    change->new_size = offset + (off_t)length > change->old_size ? offset + (off_t)length : change->old_size;
}

void remember_size(int descriptor, off_t size) {
    struct file *file = find(descriptor, true);
    if (!file) return;
    struct change *change = add(file);
    keep_before(file, change, size, change->old_size);
    change->new_size = size;
}

void forget_contents(int descriptor) {
    struct file *file = find(descriptor, false);
    if (!file) return;
    for (size_t index = 0; index < file->count; index++) {
        free(file->changes[index].before);
        free(file->changes[index].after);
    }
    file->count = 0;
}

static void put(int descriptor, const char *bytes, size_t length, off_t offset) {
    while (length > 0) {
        ssize_t written = syscall(SYS_pwrite64, descriptor, bytes, length, offset);
        if (written <= 0) return;
        bytes += written;
        offset += written;
        length -= (size_t)written;
    }
}

// What is kept of the changes: nothing, all, all up to one that is torn, or any sectors of any of them.
static void lose(struct file *file) {
    for (size_t index = file->count; index-- > 0;) {
        struct change *change = &file->changes[index];
        syscall(SYS_ftruncate, file->descriptor, change->old_size);
        put(file->descriptor, change->before, change->had, change->offset);
    }
    uint64_t manner = next_random() % 4;
    size_t kept = manner == 0 ? 0 : manner == 2 ? (size_t)(next_random() % (file->count + 1)) : file->count;
    for (size_t index = 0; index < kept; index++) {
        struct change *change = &file->changes[index];
        bool is_torn = manner == 3 || (manner == 2 && index + 1 == kept);
        if (!change->after) {
            if (!is_torn || next_random() % 2) syscall(SYS_ftruncate, file->descriptor, change->new_size);
            continue;
        }
        for (size_t start = 0; start < change->length;) {
            size_t end = (size_t)((change->offset + (off_t)start) / SECTOR + 1) * SECTOR - (size_t)change->offset;
            if (end > change->length) end = change->length;
            if (!is_torn || next_random() % 2) put(file->descriptor, change->after + start, end - start, change->offset + (off_t)start);
            start = end;
        }
    }
}

static void spoil(struct file *file) {
    struct stat status;
    if (fstat(file->descriptor, &status)) return;
    for (off_t offset = 0; offset < status.st_size; offset += 8) {
        uint64_t rubbish = next_random();
        put(file->descriptor, (const char *)&rubbish, sizeof rubbish, offset);
    }
}

void lose_contents(void) {
    for (struct file *file = files; file; file = file->next) {
        if (file->descriptor < 0) continue;
        if (file->is_shared_memory) spoil(file);
        else if (file->count) lose(file);
    }
}
