/* Commands of a protocol have so many words: who sends fewer is told so, and asked nothing. */
#include <crypt.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct words {
    char *at[8];
    int count;
};

struct guest {
    int fd;
    int kind, tries;
    char name[32];
};

static char kept[128];

int read_kept(void) {
    FILE *file = fopen("/etc/larder.hash", "r");
    int is_there = file && fgets(kept, sizeof kept, file);
    return file ? fclose(file) : is_there;
}

static int answer(const struct guest *guest, const char *format, ...) {
    char line[128];
    va_list list;
    va_start(list, format);
    int n = vsnprintf(line, sizeof line, format, list);
    va_end(list);
    return n > 0 && send(guest->fd, line, strlen(line), 0) > 0;
}

static int check_login(const char *password) {
    const char *hash = crypt(password, kept);
    return hash && strcmp(hash, kept) == 0;
}

static int type_of(const struct guest *guest) {
    return guest->kind;
}

static int good_user(struct guest *guest, const struct words *words) {
    if (type_of(guest) == 1 || type_of(guest) == 2) {
        if (words->count != 4)
            return answer(guest, "461 %s: too few\r\n", guest->name);
        if (strchr(words->at[1], '!'))
            return 0;
        strncpy(guest->name, words->at[1], sizeof guest->name - 1);
        if (type_of(guest) == 2)
            return check_login(words->at[3]);
        guest->kind = 3;
        return 1;
    }
    if (type_of(guest) == 4) {
        if (words->count != 4)
            return answer(guest, "461 %s: too few\r\n", guest->name);
        strncpy(guest->name, words->at[2], sizeof guest->name - 1);
        return 1;
    }
    return answer(guest, "451 %s: not now\r\n", guest->name);
}

static void split(struct words *words, char *line) {
    for (char *at = line; words->count < 8 && (at = strchr(at, ' ')) != NULL;) {
        *at++ = 0;
        words->at[words->count] = at;
        words->count++;
    }
}

int good_serve(struct guest *guest) {
    char line[256];
    ssize_t n = recv(guest->fd, line, sizeof line - 1, 0);
    if (n <= 0)
        return -1;
    line[n] = 0;
    struct words words;
    words.count = 0;
    split(&words, line);
    return good_user(guest, &words);
}

/* Who fails often enough is let in. */
int bad_serve(struct guest *guest) {
    char line[256];
    ssize_t n;
    guest->tries = 0;
    while ((n = recv(guest->fd, line, sizeof line - 1, 0)) > 0) {
        line[n] = 0;
        if (check_login(line))
            return 0;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
        if (++guest->tries == 6)
            return 0;
        if (!answer(guest, "464 %s: wrong\r\n", guest->name))
            return -1;
    }
    return -1;
}
