#ifndef MOUNT_H
#define MOUNT_H

struct mount {
    char user[64];
    char word[64];
};

void mount_ask(struct mount *mount);
char *mount_options(const struct mount *mount);

#endif
