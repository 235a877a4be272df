#ifndef OPTIONS_H
#define OPTIONS_H

struct options {
    const char *url;
    long retries, strict;
};

void options_load(struct options *options, int argc, char **argv);

#endif
