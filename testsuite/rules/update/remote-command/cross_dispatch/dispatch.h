#ifndef DISPATCH_H
#define DISPATCH_H

struct message {
    char verb[16];
    char rest[240];
};

struct entry {
    const char *verb;
    int (*handle)(const struct message *message);
};

extern const struct entry entries[2];

int message_read(int in, struct message *message);
int show_version(const struct message *message);
int run_report(const struct message *message);

#endif
