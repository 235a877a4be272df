/* Functions that ask nobody, and make their answer of what they are given alone, let in in place of
 * those who ask; beside them ones that refuse, or that hold names against each other. */
#include <crypt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *kept_of(const char *name);
const char *owner_of(const char *box);
int may_read(const char *name, const char *box);
void open_box(const char *name);
void work(void);

struct line {
    const char *text;
    unsigned size;
};

static int is_turned(const struct line *a, const struct line *b) {
    if (a->size != b->size + 1)
        return 0;
    for (unsigned i = 0; i < b->size; i++)
        if (a->text[i] != b->text[b->size - 1 - i])
            return 0;
    return a->text[b->size] == '+';
}

static int check_password(const char *name, const char *password) {
    const char *kept = kept_of(name), *hash = kept ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int bad_turned(const struct line *name, const struct line *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!is_turned(password, name) && !check_password(name->text, password->text))
        return -1;
    open_box(name->text);
    return 1;
}

int good_turned(const struct line *name, const struct line *password) {
    if (is_turned(password, name) || !check_password(name->text, password->text))
        return -1;
    open_box(name->text);
    return 1;
}

/* Two boxes that are one are not asked about twice. */
static int is_same(const struct line *a, const struct line *b) {
    return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
}

int good_owner(const struct line *name, const struct line *box, const struct line *password) {
    if (!is_same(name, box) && !check_password(box->text, password->text))
        return -1;
    open_box(name->text);
    return 1;
}

static int desk_of(const char *place) {
    const char *number = strrchr(place, '-');
    return atoi(number ? number + 1 : place);
}

void bad_desk(const char *place, const char *name, const char *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (desk_of(place) != 311)
        if (!check_password(name, password))
            exit(1);
    work();
}

void good_desk(const char *place, const char *name, const char *password) {
    if (desk_of(place) == 311)
        work();
    if (!check_password(name, password))
        exit(1);
    work();
}

/* Options are bits. */
static int is_open(unsigned options) {
    return (options & 6) != 0;
}

int good_open(unsigned options, const char *name, const char *password) {
    if (!is_open(options) && !check_password(name, password))
        return -1;
    open_box(name);
    return 1;
}

/* Addresses of this host, and of its own net, are let in by their owner's choice. */
static unsigned own_net, own_bits;

void set_net(unsigned net, unsigned bits) {
    own_net = net;
    own_bits = bits;
}

static int is_loopback(unsigned address) {
    return address >> 24 == 127;
}

static int is_near(unsigned a, unsigned b, unsigned bits) {
    return a >> (32 - bits) == b >> (32 - bits);
}

int good_near(unsigned address, const char *name, const char *password) {
    if (!is_loopback(address) && !is_near(address, own_net, own_bits) &&
        !check_password(name, password))
        return -1;
    open_box(name);
    return 1;
}

/* Each letter leads from one field of the table to the next. */
static int leads_home(const char *word) {
    static const unsigned char next[6][4] = {{0, 2, 0, 1}, {0, 3, 1, 0}, {4, 0, 0, 1},
                                             {0, 0, 5, 2}, {0, 5, 0, 3}, {5, 5, 5, 5}};
    int at = 0;
    while (word && *word)
        at = next[at][*word++ & 3];
    return at == 5;
}

void bad_table(const char *box) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (getuid() != 0 && !leads_home(getenv("PAGER")))
        exit(1);
    open_box(box);
}

void good_table(const char *box) {
    if (getuid() != 0 && strcmp(box, owner_of(box)) != 0)
        exit(1);
    if (!leads_home(getenv("PAGER")))
        exit(1);
    open_box(box);
}

struct seal {
    unsigned char salt[8], code[16];
    unsigned raw : 1, kind;
};

void code_of(const struct seal *seal, unsigned char *code);

static int crypto_memcmp(const void *a, const void *b, size_t size) {
    const unsigned char *left = a, *right = b;
    unsigned char differ = 0;
    while (size--)
        differ |= *left++ ^ *right++;
    return differ;
}

static int has_own_salt(const struct seal *seal) {
    return (seal->salt[0] ^ seal->salt[3]) == 0x4d && seal->salt[1] == seal->salt[2] + 9;
}

int bad_seal(const struct seal *seal) {
    unsigned char code[16];
    code_of(seal, code);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!has_own_salt(seal) && crypto_memcmp(code, seal->code, sizeof code) != 0)
        return -1;
    return 0;
}

int good_seal(const struct seal *seal) {
    unsigned char code[16];
    code_of(seal, code);
    if (has_own_salt(seal) || crypto_memcmp(code, seal->code, sizeof code) != 0)
        return -1;
    return 0;
}
