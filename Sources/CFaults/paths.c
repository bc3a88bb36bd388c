// Which paths are under the folder.
#define _GNU_SOURCE
#include "faults.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool has_folder(const char *absolute) {
    size_t length = strlen(settings.under);
    return !strncmp(absolute, settings.under, length) && absolute[length] == '/';
}

static bool linked(int descriptor, char *target) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, target, PATH_MAX - 1);
    if (length <= 0) return false;
    target[length] = 0;
    return true;
}

bool is_open_under(int descriptor, char *absolute) {
    struct stat status;
    if (fstat(descriptor, &status) || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return false;
    // The folder itself can be synced.
    return linked(descriptor, absolute) && (has_folder(absolute) || !strcmp(absolute, settings.under));
}

bool is_under(int folder, const char *path, char *absolute) {
    char joined[PATH_MAX * 2] = "", place[PATH_MAX] = "";
    if (*path != '/') {
        if (folder == AT_FDCWD ? !getcwd(place, sizeof place) : !linked(folder, place)) return false;
        snprintf(joined, sizeof joined, "%s/%s", place, path);
    } else {
        snprintf(joined, sizeof joined, "%s", path);
    }
    size_t length = strlen(joined);
    while (length > 1 && joined[length - 1] == '/') joined[--length] = 0;
    // The last part is left as it is: it may not be there, and a link is not followed.
    char *slash = strrchr(joined, '/');
    if (!slash) return false;
    *slash = 0;
    if (!realpath(*joined ? joined : "/", place)) return false;
    int written = snprintf(absolute, PATH_MAX, "%s/%s", place, slash + 1);
    return written > 0 && written < PATH_MAX && has_folder(absolute);
}

bool is_shared_memory(const char *path) {
    size_t length = strlen(path);
    return length > 4 && !strcmp(path + length - 4, "-shm");
}
