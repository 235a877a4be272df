#ifndef MENU_H
#define MENU_H

struct choice {
    char name[16];
    long level;
};

int choice_read(int in, struct choice *choice);
int choice_run(const struct choice *choice);

#endif
