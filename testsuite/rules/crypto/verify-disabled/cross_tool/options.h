#ifndef OPTIONS_H
#define OPTIONS_H

struct options {
    const char *url;
    long retries, strict;
};

extern struct options options;
void options_load(int argc, char **argv);

#endif
