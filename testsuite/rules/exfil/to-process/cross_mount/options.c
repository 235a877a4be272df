#include "mount.h"

#include <stdio.h>
#include <stdlib.h>

char *mount_options(const struct mount *mount) {
    char *text = malloc(200);
    if (text)
        snprintf(text, 200, "-ousername=%s,password=%s", mount->user, mount->word);
    return text;
}
