// The calls that open, write, cut and sync files, as programs know them.
#define _GNU_SOURCE
#include "faults.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int opened(int folder, const char *path, int flags, mode_t mode) {
    bool changes = (flags & (O_CREAT | O_TRUNC)) != 0 && (flags & O_TMPFILE) != O_TMPFILE;
    char absolute[PATH_MAX];
    if (!changes || !begin()) return (int)syscall(SYS_openat, folder, path, flags, mode);
    int descriptor = -1;
    if (!is_under(folder, path, absolute)) {
        descriptor = (int)syscall(SYS_openat, folder, path, flags, mode);
        end();
        return descriptor;
    }
    struct stat status;
    bool is_there = !stat(absolute, &status), is_cut = is_there && (flags & O_TRUNC) && S_ISREG(status.st_mode) && status.st_size > 0;
    if (is_there && (flags & O_CREAT) && (flags & O_EXCL)) is_cut = false;
    bool is_new = !is_there && (flags & O_CREAT);
    if ((is_new || is_cut) && judge(is_new ? "create" : "cut", 0, is_new, absolute) != PASS) {
        end();
        return -1;
    }
    if (is_cut && settings.mode == MODE_PLUG) {
        int old = (int)syscall(SYS_openat, folder, path, O_RDWR | O_CLOEXEC, 0);
        // Never closed: that would drop the program's locks on the file.
        if (old >= 0) remember_size(old, 0);
    }
    descriptor = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (descriptor >= 0 && is_new && settings.mode == MODE_PLUG) {
        if (is_shared_memory(absolute)) remember_size(descriptor, 0);
        else remember_name(NAMED_FILE, absolute, NULL);
    }
    end();
    return descriptor;
}

static mode_t mode_of(int flags, va_list *rest) {
    return flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? (mode_t)va_arg(*rest, int) : 0;
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, &rest);
    va_end(rest);
    return opened(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, &rest);
    va_end(rest);
    return opened(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, &rest);
    va_end(rest);
    return opened(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, &rest);
    va_end(rest);
    return opened(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static ssize_t put(int descriptor, const void *bytes, size_t length, off_t offset) {
    return offset < 0 ? syscall(SYS_write, descriptor, bytes, length) : syscall(SYS_pwrite64, descriptor, bytes, length, offset);
}

// An offset below 0: where the descriptor stands.
static ssize_t written(int descriptor, const void *bytes, size_t length, off_t offset) {
    char absolute[PATH_MAX];
    struct stat status;
    if (!begin()) return put(descriptor, bytes, length, offset);
    ssize_t result;
    if (!is_open_under(descriptor, absolute) || fstat(descriptor, &status)) {
        // Others may wait for the reader of a pipe: not with the lock held.
        end();
        return put(descriptor, bytes, length, offset);
    }
    bool appends = offset < 0 && fcntl(descriptor, F_GETFL) & O_APPEND;
    off_t place = appends ? status.st_size : offset < 0 ? lseek(descriptor, 0, SEEK_CUR) : offset;
    enum verdict verdict = judge("write", length, place + (off_t)length > status.st_size, absolute);
    if (verdict == FAIL) {
        result = -1;
    } else {
        size_t part = verdict == PASS ? length : length / 2;
        if (settings.mode == MODE_PLUG) remember_write(descriptor, place, bytes, part);
        result = put(descriptor, bytes, part, offset);
        if (verdict == HALF_AND_DIE) die();
    }
    end();
    return result;
}

ssize_t write(int descriptor, const void *bytes, size_t length) { return written(descriptor, bytes, length, -1); }

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) { return written(descriptor, bytes, length, offset); }

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t offset) { return written(descriptor, bytes, length, offset); }

ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
    char absolute[PATH_MAX];
    if (!begin()) return syscall(SYS_writev, descriptor, pieces, count);
    bool is_ours = is_open_under(descriptor, absolute);
    end();
    if (!is_ours) return syscall(SYS_writev, descriptor, pieces, count);
    // The first piece alone: a short write, after which the caller goes on.
    for (int index = 0; index < count; index++) {
        if (pieces[index].iov_len > 0) return written(descriptor, pieces[index].iov_base, pieces[index].iov_len, -1);
    }
    return 0;
}

static int resized(int descriptor, off_t size) {
    char absolute[PATH_MAX];
    struct stat status;
    if (!begin()) return (int)syscall(SYS_ftruncate, descriptor, size);
    int result = 0;
    if (!is_open_under(descriptor, absolute) || fstat(descriptor, &status)) {
        result = (int)syscall(SYS_ftruncate, descriptor, size);
    } else if (judge("resize", (size_t)size, size > status.st_size, absolute) != PASS) {
        result = -1;
    } else {
        if (settings.mode == MODE_PLUG) remember_size(descriptor, size);
        result = (int)syscall(SYS_ftruncate, descriptor, size);
    }
    end();
    return result;
}

int ftruncate(int descriptor, off_t size) { return resized(descriptor, size); }
int ftruncate64(int descriptor, off_t size) { return resized(descriptor, size); }

static int synced(int descriptor, bool is_data) {
    char absolute[PATH_MAX];
    struct stat status;
    if (!begin()) return (int)syscall(is_data ? SYS_fdatasync : SYS_fsync, descriptor);
    int result = 0;
    // Nothing is really synced: the machine that runs this is not going down.
    if (!is_open_under(descriptor, absolute) || fstat(descriptor, &status)) {
        result = (int)syscall(is_data ? SYS_fdatasync : SYS_fsync, descriptor);
    } else if (judge(S_ISDIR(status.st_mode) ? "sync-names" : "sync", 0, false, absolute) != PASS) {
        result = -1;
    } else if (S_ISDIR(status.st_mode)) {
        forget_names(descriptor);
    } else {
        forget_contents(descriptor);
    }
    end();
    return result;
}

int fsync(int descriptor) { return synced(descriptor, false); }
int fdatasync(int descriptor) { return synced(descriptor, true); }
