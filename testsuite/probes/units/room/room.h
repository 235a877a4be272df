// Functions of lib.c that hand out pointers into what they were given, or into what is their own.
#include "../../probe.h"

struct buffer {
    char *bytes;
    long size, length;
    char name[16];
};
struct settings {
    char host[32], secret[32];
};

char *room_of(struct buffer *buffer, long *size);
int get_room(struct buffer *buffer, char **room, long *size);
int get_other(struct buffer *buffer, char **room);
struct settings *default_settings(void);
int get_settings(struct settings **out);
void look_at_settings(void);
