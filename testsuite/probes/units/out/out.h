// Functions of lib.c, and of wrap.c before them, that write through what they are given.
#include "../../probe.h"
#include <sys/types.h>

struct message {
    int kind;
    char *text;
    char inner[16];
    long length;
};
struct buffer {
    char *bytes;
    size_t size, length;
    int file;
};
struct user {
    char *name;
    char secret[32];
};
struct session {
    struct user *user;
    struct message *message;
    char *name;
};
struct command {
    int nwords;
    char *words[8];
    char *name;
};
struct large {
    long parts[8];
    char *text;
};

int get_text(char **out);
int get_plain(char **out);
int get_both(char **first, char **second);
int get_text_by_way_of_another(char **out);
int read_message(struct message *message);
int make_message(struct message **out);
ssize_t read_line(struct buffer *buffer);
ssize_t xgetline(char **line, size_t *size);
int read_more(struct buffer *buffer);
int fill_user(struct session *session);
int fill_name(struct session *session);
int fill_user_by_way_of_another(struct session *session);
int split(char *line, struct command *command);
int next_word(char **cursor, char **word);
struct large make_large(void);
