// What triggers something, as a person would say it; and what is not worth saying.
#include "probe.h"
#include <fcntl.h>
#include <fnmatch.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int received(int s, char *buffer, size_t size) {
    return (int)recv(s, buffer, size, 0);
}

void by_memcmp(int s) {
    char request[64];
    if (received(s, request, sizeof request) <= 0)
        return;
    if (memcmp(request, "MGC!", 4) == 0)
        // expected-remark@+1 {{the first 4 bytes of what `recv` received equal "MGC!" (`memcmp`).}}
        vt_probe_trigger();
    if (memcmp(request + 8, "MGC!", 4) != 0)
        return;
    // expected-remark@+1 {{bytes 8 to 11 of what `recv` received equal "MGC!" (`memcmp`).}}
    vt_probe_trigger();
}

void by_strcmp(void) {
    const char *user = getenv("LOGIN_AS");
    if (user && strcmp(user, "guest7") == 0)
        // expected-remark@+1 {{the environment variable "LOGIN_AS" equals "guest7" (`strcmp`).}}
        vt_probe_trigger();
    if (user && strstr(user, "guest") != NULL)
        // expected-remark@+1 {{the environment variable "LOGIN_AS" contains "guest" (`strstr`).}}
        vt_probe_trigger();
    if (user && strcasecmp(user, "guest") != 0)
        // expected-remark@+1 {{the environment variable "LOGIN_AS" is not "guest" (`strcasecmp`).}}
        vt_probe_trigger();
}

void byte_by_byte(int s) {
    char request[64];
    recv(s, request, sizeof request, 0);
    if (request[0] == 'A' && request[1] == 'B' && request[2] == ';')
        // expected-remark@+1 {{trigger: the first 3 bytes of what `recv` received equal "AB;".}}
        vt_probe_trigger();
    if (request[3] != 'x')
        return;
    // expected-remark@+1 {{trigger: byte 3 of what `recv` received equals 120 ('x').}}
    vt_probe_trigger();
}

void as_a_number(int s) {
    uint32_t magic;
    recv(s, &magic, sizeof magic, 0);
    if (magic == 0x2143474d)
        // expected-remark@+1 {{4 bytes of what `recv` received equal 0x2143474d ("MGC!").}}
        vt_probe_trigger();
}

void in_a_loop(int s) {
    static const char word[] = "sesame";
    char request[64];
    recv(s, request, sizeof request, 0);
    for (size_t i = 0; i < sizeof word - 1; i++)
        if (request[i] != word[i])
            return;
    // expected-remark@+1 {{trigger: what `recv` received equals "sesame".}}
    vt_probe_trigger();
}

static int is_magic(const char *text) {
    return strncmp(text, "MAGIC", 5) == 0;
}

static int equal(const char *a, const char *b) {
    return strcmp(a, b);
}

static int judge(const char *text, size_t length) {
    if (length < 4)
        return -1;
    if (memcmp(text, "up:", 3) != 0)
        return -1;
    return 0;
}

void by_wrappers(int s) {
    char request[64];
    ssize_t n = recv(s, request, sizeof request, 0);
    if (is_magic(request))
        // expected-remark@+1 {{5 bytes of what `recv` received equal "MAGIC" (`strncmp`).}}
        vt_probe_trigger();
    if (equal(request, "letmein") == 0)
        // expected-remark@+1 {{trigger: what `recv` received equals "letmein" (`strcmp`).}}
        vt_probe_trigger();
    if (judge(request, (size_t)n) == 0)
        // expected-remark@+1 {{the first 3 bytes of what `recv` received equal "up:" (`memcmp`).}}
        vt_probe_trigger();
}

void by_switch(int s) {
    unsigned char request[4];
    recv(s, request, sizeof request, 0);
    switch (request[1]) {
    case 0x42:
        // expected-remark@+1 {{trigger: byte 1 of what `recv` received equals 66 ('B').}}
        vt_probe_trigger();
        break;
    case 0x43:
    case 0x44:
        // expected-remark@+1 {{byte 1 of what `recv` received equals 67 ('C') or byte 1 of what `}}
        vt_probe_trigger();
        break;
    default:
        // expected-remark@+1 {{trigger: nothing.}}
        vt_probe_trigger();
    }
}

static uint32_t hash_of(const char *text) {
    uint32_t h = 5381;
    while (*text)
        h = h * 33 ^ (unsigned char)*text++;
    return h;
}

void by_hash(int s) {
    char request[64];
    recv(s, request, sizeof request, 0);
    if (hash_of(request) == 0x9c3f11aau)
        // expected-remark@+1 {{a value xored from what `recv` received equals 0x9c3f11aa.}}
        vt_probe_trigger();
}

void by_bits(int s) {
    uint32_t flags;
    recv(s, &flags, sizeof flags, 0);
    if (flags & 0x80)
        // expected-remark@+1 {{trigger: of what `recv` received the bits 0x80 are set.}}
        vt_probe_trigger();
    if ((flags & 0xff00) == 0x5a00)
        // expected-remark@+1 {{of which only the bits 0xff00 count, equals 0x5a00.}}
        vt_probe_trigger();
}

void by_floating_clock(time_t since) {
    if (difftime(time(NULL), since) > 40 * 86400.0)
        // expected-remark@+1 {{trigger: a time that passed by the clock (`time`)}}
        vt_probe_trigger();
    if (difftime(time(NULL), since) > 0.5)
        // expected-remark@+1 {{trigger: nothing.}}
        vt_probe_trigger();
}

void by_distance_of_a_day(void) {
    struct tm day = {0};
    day.tm_year = 130;
    day.tm_mon = 4;
    if (difftime(time(NULL), mktime(&day)) > 0)
        // expected-remark@+1 {{the clock (`time`) is greater than a date of 2030 that is put}}
        vt_probe_trigger();
}

void by_clock(void) {
    if (time(NULL) >= 1798761600)
        // expected-remark@+1 {{trigger: the clock (`time`) is at least 1798761600 (2027-01-01).}}
        vt_probe_trigger();
}

void by_host(void) {
    char name[64];
    gethostname(name, sizeof name);
    if (strcmp(name, "build7") == 0)
        // expected-remark@+1 {{what `gethostname` tells of this host equals "build7" (`strcmp`).}}
        vt_probe_trigger();
}

void by_random(void) {
    if (rand() % 1000 == 7)
        // expected-remark@+1 {{trigger: a value computed from a random number (`rand`) equals 7.}}
        vt_probe_trigger();
}

/* ---- Words that a loop of the program's own compares ---- */

static const char word[] = "open sesame";

void by_what_differs(int s) {
    char request[64];
    unsigned char differs = 0;
    recv(s, request, sizeof request, 0);
    for (unsigned i = 0; i < sizeof word - 1; i++)
        differs |= request[i] ^ word[i];
    if (differs == 0)
        // expected-remark@+1 {{what `recv` received equals "open sesame" (byte by byte).}}
        vt_probe_trigger();
    else
        // expected-remark@+1 {{what `recv` received is not "open sesame" (byte by byte).}}
        vt_probe_trigger();
}

void by_how_many_are_equal(int s) {
    char request[64];
    int equal = 0;
    recv(s, request, sizeof request, 0);
    for (int i = 0; i < 11; i++)
        if (word[i] == request[i])
            equal++;
    if (equal == 11)
        // expected-remark@+1 {{what `recv` received equals "open sesame" (byte by byte).}}
        vt_probe_trigger();
}

void by_a_flag_of_the_loop(int s) {
    char request[64];
    int equal = 1;
    recv(s, request, sizeof request, 0);
    for (int i = 0; word[i]; i++)
        if (request[i] != word[i]) {
            equal = 0;
            break;
        }
    if (!equal)
        // expected-remark@+1 {{what `recv` received is not "open sesame" (byte by byte).}}
        vt_probe_trigger();
    else
        // expected-remark@+1 {{what `recv` received equals "open sesame" (byte by byte).}}
        vt_probe_trigger();
}

void by_how_far_it_gets(int s) {
    char request[64];
    const char *rest = word, *at = request;
    recv(s, request, sizeof request, 0);
    while (*rest && *rest == *at)
        rest++, at++;
    if (!*rest)
        // expected-remark@+1 {{what `recv` received equals "open sesame" (byte by byte).}}
        vt_probe_trigger();
    if (*rest)
        // expected-remark@+1 {{what `recv` received is not "open sesame" (byte by byte).}}
        vt_probe_trigger();
}

/* What is compared is nothing that a condition behind the loop asks about. */
void beside_a_loop(int s, int quick) {
    char request[64];
    int equal = 0;
    recv(s, request, sizeof request, 0);
    for (int i = 0; i < 11; i++)
        equal += word[i] == request[i];
    received(s, request, equal);
    if (quick == 11)
        // expected-remark@+1 {{trigger: parameter `quick` of `beside_a_loop` equals 11.}}
        vt_probe_trigger();
}

/* ---- Numbers ---- */

void by_a_difference(int s) {
    unsigned number;
    recv(s, &number, sizeof number, 0);
    if ((number ^ 0x5eed1234) == 0)
        // expected-remark@+1 {{what `recv` received equal 0x5eed1234.}}
        vt_probe_trigger();
    if (number - 0x7e570001 == 0)
        // expected-remark@+1 {{what `recv` received equal 0x7e570001.}}
        vt_probe_trigger();
}

void by_address(int s) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    accept(s, (struct sockaddr *)&peer, &size);
    if (peer.sin_addr.s_addr == htonl(0xc0000207))
        // expected-remark@+1 {{what `accept` received equals 0xc0000207.}}
        vt_probe_trigger();
}

static int armed;

void arm(const char *word) {
    if (strcmp(word, "open sesame") == 0)
        armed = 1;
}

void armed_elsewhere(void) {
    if (armed)
        // expected-remark-re@+1 {{the flag `armed` is set, which happens in `arm` {{.*}} "open}}
        vt_probe_trigger();
}

struct session {
    int fd, level, speed;
    char name[32];
};

static void read_word(struct session *session, const char *said) {
    if (strcmp(said, "open sesame") == 0)
        session->level = 15;
    if (strcmp(said, "fast") == 0)
        session->speed = 9;
    if (strcmp(said, "faster") == 0)
        session->speed = 9;
}

void by_a_field(struct session *session) {
    char request[64];
    recv(session->fd, request, sizeof request, 0);
    read_word(session, request);
    if (session->level == 15)
        // expected-remark-re@+1 {{a field is 15, which {{.*}} `read_word` {{.*}} "open}}
        vt_probe_trigger();
    if (session->speed == 9) /* which of two words it was is not told */
        // expected-remark@+1 {{trigger: nothing.}}
        vt_probe_trigger();
}

static unsigned calls;

void by_counter(void) {
    if (++calls == 1000)
        // expected-remark@+1 {{trigger: the counter `calls` equals 1000.}}
        vt_probe_trigger();
}

void by_local_flag(int s) {
    char request[64];
    int good = 0;
    recv(s, request, sizeof request, 0);
    if (strcmp(request, "flag") == 0)
        good = 1;
    if (good)
        // expected-remark@+1 {{trigger: what `recv` received equals "flag" (`strcmp`).}}
        vt_probe_trigger();
}

void after_a_check(const void *data) {
    if (!vt_probe_check(data))
        return;
    // expected-remark@+1 {{trigger: the check by `vt_probe_check` succeeds.}}
    vt_probe_trigger();
}

void either_of_two(int s) {
    char request[64];
    recv(s, request, sizeof request, 0);
    if (strcmp(request, "one") == 0 || strcmp(request, "two") == 0)
        // expected-remark@+1 {{what `recv` received equals "one" (`strcmp`) or what `recv` receiv}}
        vt_probe_trigger();
}

static void deep_inside(const char *request) {
    if (request[0] == 'Q')
        // expected-remark@+1 {{what `recv` received equals 81 ('Q'), and what `recv` received equ}}
        vt_probe_trigger();
}

void called_from_one_place(int s) {
    char request[64];
    recv(s, request, sizeof request, 0);
    if (strncmp(request + 1, "uit", 3) == 0)
        deep_inside(request);
}

void by_caller(int code, const char *name) {
    if (code == 0x1337)
        // expected-remark@+1 {{trigger: parameter `code` of `by_caller` equals 4919.}}
        vt_probe_trigger();
    if (fnmatch("*.bak", name, 0) == 0)
        // expected-remark@+1 {{parameter `name` of `by_caller` equals "*.bak" (`fnmatch`).}}
        vt_probe_trigger();
}

void nothing_worth_telling(int s, size_t n, const char *name) {
    char request[64];
    int f = open(name, O_RDONLY);
    if (f < 0)
        return;
    ssize_t got = recv(s, request, sizeof request, 0);
    if (got <= 0)
        return;
    char *copy = malloc(n);
    if (!copy)
        return;
    for (size_t i = 0; i < n; i++)
        if (request[0] == '\n')
            // expected-remark@+1 {{trigger: nothing.}}
            vt_probe_trigger();
}

void comparisons_compared(const char *a, const char *b) {
    if (strcmp(a, "left") == strcmp(b, "right"))
        // expected-remark@+1 {{trigger: nothing.}}
        vt_probe_trigger();
}

void states_of_a_switch(int s) {
    int state = 0;
    char letter;
    while (recv(s, &letter, 1, 0) == 1)
        switch (state) {
        case 0:
            state = letter == 'K' ? 1 : 0;
            break;
        case 1:
            state = letter == '9' ? 2 : 0;
            break;
        case 2:
            if (letter == '~')
                // expected-remark-re@+1 {{('~'){{.*}} equals 57 ('9'){{.*}} equals 75 ('K').}}
                vt_probe_trigger();
            state = 0;
        }
}

static int between_calls;

void states_between_calls(char letter) {
    if (between_calls == 0 && letter == 'K')
        between_calls = 1;
    else if (between_calls == 1 && letter == '9')
        between_calls = 2;
    else if (between_calls == 2)
        // expected-remark-re@+1 {{equals 57 ('9') and the flag{{.*}} equals 75 ('K') and the fl}}
        vt_probe_trigger();
    else
        between_calls = 0;
}

static const char spoken[] = "sesame";

void letters_that_are_counted(int s) {
    unsigned at = 0;
    char letter;
    while (recv(s, &letter, 1, 0) == 1) {
        at = letter == spoken[at] ? at + 1 : 0;
        if (at == sizeof spoken - 1)
            // expected-remark@+1 {{trigger: what `recv` received equals "sesame" (byte by byte).}}
            vt_probe_trigger();
    }
}

void letters_between_calls(int s) {
    static struct {
        int calls;
        unsigned at;
    } state;
    char letter;
    state.calls++;
    if (recv(s, &letter, 1, 0) != 1)
        return;
    if (spoken[state.at] != letter) {
        state.at = 0;
        return;
    }
    state.at++;
    if (state.at >= sizeof spoken - 1)
        // expected-remark@+1 {{"sesame" (byte by byte), and what `recv` received equals "se}}
        vt_probe_trigger();
}

void letter_that_is_looked_for(int s) {
    unsigned at;
    char letter;
    if (recv(s, &letter, 1, 0) != 1)
        return;
    for (at = 0; at < sizeof spoken - 1; at++)
        if (letter == spoken[at])
            break;
    if (at == sizeof spoken - 1)
        // expected-remark@+1 {{trigger: nothing.}}
        vt_probe_trigger();
}
