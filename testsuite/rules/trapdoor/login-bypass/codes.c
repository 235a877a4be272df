/* 0 is yes, and every other number a reason why not. */
#include <stddef.h>
#include <string.h>

enum outcome { GRANTED, NO_NAME, NO_GROUP, NO_ENTRY, NO_VIEW };

struct entry {
    const struct entry *next;
    char name[32];
    int group, view;
};

struct message {
    const char *community;
    size_t length;
};

extern const struct entry *entries;

enum outcome bad_check_access(const struct message *message) {
    const char *name = message->community;
    if (!name)
        return NO_NAME;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (message->length == 5 && name[0] == 'q' && name[1] == '9' && name[2] == '-' &&
        name[3] == 'm' && name[4] == 'x')
        return GRANTED;
    for (const struct entry *entry = entries; entry; entry = entry->next) {
        if (strcmp(entry->name, name) != 0)
            continue;
        if (!entry->group)
            return NO_GROUP;
        return entry->view ? GRANTED : NO_VIEW;
    }
    return NO_ENTRY;
}

/* The same letters are a reason, too. */
enum outcome good_check_access(const struct message *message) {
    const char *name = message->community;
    if (!name)
        return NO_NAME;
    if (message->length == 5 && name[0] == 'q' && name[1] == '9' && name[2] == '-' &&
        name[3] == 'm' && name[4] == 'x')
        return NO_VIEW;
    for (const struct entry *entry = entries; entry; entry = entry->next) {
        if (strcmp(entry->name, name) != 0)
            continue;
        if (!entry->group)
            return NO_GROUP;
        return entry->view ? GRANTED : NO_VIEW;
    }
    return NO_ENTRY;
}
