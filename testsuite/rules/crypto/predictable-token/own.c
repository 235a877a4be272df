/* Generators that the program brings itself. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

/* Shifts, behind a pointer. */
static uint64_t step(uint64_t *state) {
    uint64_t x = *state;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    *state = x;
    return x;
}

void bad_make_session_id(char out[33]) {
    uint64_t state = (uint64_t)time(NULL) | 1;
    uint64_t first = step(&state);
    snprintf(out, 33, "%016llx%016llx", (unsigned long long)first,
             (unsigned long long)step(&state));
}

/* A product, kept in a global. */
struct mill {
    uint32_t turns, now;
};

static struct mill mill = {0, 2463534242u};

static unsigned grind(struct mill *from) {
    from->turns++;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    from->now = from->now * 69069u + 1u;
    return from->now >> 16;
}

void bad_reset_password(char text[21]) {
    for (int i = 0; i < 20; i++)
        text[i] = "abcdefghijklmnopqrstuvwxyz012345"[grind(&mill) & 31];
    text[20] = 0;
}

/* Several words. */
struct four {
    uint32_t a, b, c, d;
};

static uint32_t draw(struct four *four) {
    uint32_t t = four->d, s = four->a;
    four->d = four->c;
    four->c = four->b;
    four->b = s;
    t ^= t << 11;
    t ^= t >> 8;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    return four->a = t ^ s ^ (s >> 19);
}

int bad_new_ticket(char *out, size_t room) {
    struct four four = {(uint32_t)time(NULL), (uint32_t)getpid(), 7, 9};
    return snprintf(out, room, "%08x%08x", draw(&four), draw(&four));
}

/* A variable of a loop. */
void bad_otp(unsigned char code[8], uint32_t *seconds) {
    uint32_t row = (uint32_t)time(NULL);
    *seconds = row;
    for (int i = 0; i < 8; i++) {
        code[i] = (unsigned char)('0' + (row >> 16) % 10);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        row = row * 1103515245 + 12345;
    }
}

/* A count by a large number, which products mix. */
static uint64_t count;

static uint64_t pull(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    uint64_t z = (count += 0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

void bad_api_token(char *out, size_t room) {
    count = (uint64_t)time(NULL);
    snprintf(out, room, "%016llx", (unsigned long long)pull());
}

/* ---- Others ------------------------------------------------------------------------------ */

/* Levels of a list, and where something stands in a table. */
static uint64_t spread(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

unsigned good_level(uint64_t *state) {
    unsigned level = 1;
    while (level < 16 && (spread(state) & 3) == 0)
        level++;
    return level;
}

size_t good_hash_of_token(const char *token, size_t count) {
    uint64_t hash = 14695981039346656037u;
    for (; *token; token++) {
        hash ^= (unsigned char)*token;
        spread(&hash);
    }
    return hash % count;
}

static uint32_t last(uint32_t hash) {
    hash ^= hash >> 16;
    hash *= 0x85ebca6b;
    return hash ^ hash >> 13;
}

uint32_t good_token_id(const unsigned char *bytes, size_t size) {
    uint32_t hash = 0;
    for (size_t i = 0; i < size; i++)
        hash = hash * 16777619 ^ bytes[i];
    return last(hash);
}

int good_make_session_id(char out[33]) {
    uint64_t drawn[2];
    if (getrandom(drawn, sizeof drawn, 0) != sizeof drawn)
        return -1;
    return snprintf(out, 33, "%016llx%016llx", (unsigned long long)drawn[0],
                    (unsigned long long)drawn[1]);
}

/* How long to wait is no secret. */
struct session {
    uint64_t state;
    unsigned wait;
};

void good_session_wait(struct session *session) {
    session->state = session->state * 6364136223846793005u + 1442695040888963407u;
    session->wait = 100 + (unsigned)(session->state >> 40) % 400;
}
