/* A session lies behind more pointers than are told apart where a dialog asks for its password. */
#include <stddef.h>

struct session {
    int restricted;
    int by_key;
    char note[64];
    int rounds;
};

struct attempt {
    struct session *session;
    const unsigned char *salt;
};

struct dialog {
    char answer[64];
    int (*check)(struct dialog *dialog);
    struct attempt *attempt;
    unsigned char key[32];
};

struct request {
    size_t size;
    struct dialog *dialog;
};

int read_answer(char *answer, size_t size);
int fetch(struct request *request);
int ask(struct session *session, struct dialog *dialog);
int unlock(struct session *session, const unsigned char *salt);
