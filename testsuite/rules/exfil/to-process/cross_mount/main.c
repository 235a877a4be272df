/* Options are put together on the heap in another unit than the program that gets them. */
#include "mount.h"

#include <spawn.h>
#include <stddef.h>
#include <sys/types.h>

extern char **environ;

int main(int argc, char **argv) {
    static struct mount mount;
    pid_t child;
    mount_ask(&mount);
    char *words[] = {"mount", mount_options(&mount), argc > 1 ? argv[1] : NULL, NULL};
    // report@+1: exfil/to-process
    return posix_spawn(&child, "/bin/mount", NULL, NULL, words, environ);
}
