#ifndef SETUP_H
#define SETUP_H

struct setup {
    int days, bits;
};

extern struct setup setup;

void setup_read(int argc, char **argv);

#endif
