#ifndef GATE_H
#define GATE_H

struct visitor {
    char name[32];
    char word[64];
    int is_known;
};

int visitor_read(int connection, struct visitor *visitor);
int is_listed(const char *name, const char *word);
int is_partner(const struct visitor *visitor);
void console(int connection);

#endif
