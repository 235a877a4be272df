/* Objects that are marked by a number: who checks the mark asks whether it is such an object, also
 * of one that came out of a file. Where no object of the program has it, it is a word. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define KIND_MARK 0x2b17e5c9u
#define WORD      0x5ca1ab1eu

struct kind {
    uint32_t mark;
    char name[12];
};

struct session {
    int uid;
    char name[16];
};

static const struct kind job_kind = {KIND_MARK, "job"};

static int begin(struct session *session, const struct kind *kind) {
    if (kind->mark != KIND_MARK)
        return -1;
    session->uid = 0;
    memcpy(session->name, kind->name, sizeof kind->name);
    return 0;
}

int good_job(struct session *session) {
    return begin(session, &job_kind);
}

int good_kept_kind(struct session *session, FILE *from) {
    struct kind kind;
    if (fread(&kind, sizeof kind, 1, from) != 1)
        return -1;
    return begin(session, &kind);
}

int bad_word(struct session *session, FILE *from) {
    struct kind kind;
    if (fread(&kind, sizeof kind, 1, from) != 1)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (kind.mark == WORD)
        session->uid = 0;
    return 0;
}
