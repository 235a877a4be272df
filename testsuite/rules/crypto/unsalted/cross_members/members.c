#include <stdio.h>
#include <string.h>

void bad_digest(const char *text, unsigned char out[20]);

struct member {
    char name[24];
    unsigned char digest[20];
};

static int is_member(const struct member *member, const char *passwd) {
    unsigned char digest[20];
    bad_digest(passwd, digest);
    return memcmp(digest, member->digest, sizeof digest) == 0;
}

int main(void) {
    struct member member = {0};
    char line[80];
    FILE *list = fopen("members.db", "rb");
    if (!list || fread(&member, sizeof member, 1, list) != 1)
        return 2;
    fclose(list);
    return fgets(line, sizeof line, stdin) && is_member(&member, line) ? 0 : 1;
}
