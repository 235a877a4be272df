#include "mount.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void mount_ask(struct mount *mount) {
    const char *user = getlogin();
    strncpy(mount->user, user ? user : "", sizeof mount->user - 1);
    strncpy(mount->word, getpass("Password: "), sizeof mount->word - 1);
}
