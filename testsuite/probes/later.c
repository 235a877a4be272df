// What is put somewhere after it was handed on: the ends of pipes, threads, shared memory.
#include "probe.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

void through_a_pipe(void) {
    int ends[2], others[2];
    char line[64], other[64];
    if (pipe(ends) || pipe(others))
        return;
    if (fork() == 0) {
        read(ends[0], line, sizeof line);
        // expected-remark@+1 {{memory: read, vt_probe_text.}}
        vt_probe_memory(line);
        read(others[0], other, sizeof other);
        // expected-remark@+1 {{memory: "quit", read.}}
        vt_probe_memory(other);
        _exit(0);
    }
    write(ends[1], vt_probe_text(), 8);
    write(others[1], "quit", 4);
}

/* What is written to the end that is read from comes out nowhere; of two sockets, at the other. */
void the_other_way(void) {
    int ends[2], pair[2];
    char line[64], answer[64];
    pipe(ends);
    socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
    write(ends[0], vt_probe_text(), 8);
    write(pair[0], vt_probe_text(), 8);
    read(ends[1], line, sizeof line);
    // expected-remark@+1 {{memory: read.}}
    vt_probe_memory(line);
    read(pair[1], answer, sizeof answer);
    // expected-remark@+1 {{memory: read, vt_probe_text.}}
    vt_probe_memory(answer);
}

static int wake[2];

void make_global(void) {
    pipe(wake);
}

void write_global(void) {
    write(wake[1], vt_probe_text(), 8);
}

void read_global(void) {
    char line[64];
    read(wake[0], line, sizeof line);
    // expected-remark@+1 {{memory: read, vt_probe_text.}}
    vt_probe_memory(line);
}

/* One end stays here, the other is put where others find it. */
static int to_child = -1;

void keep_one_end(void) {
    int ends[2];
    char line[64];
    if (pipe(ends))
        return;
    to_child = ends[1];
    read(ends[0], line, sizeof line);
    // expected-remark@+1 {{memory: read, vt_probe_text.}}
    vt_probe_memory(line);
}

void write_kept(void) {
    write(to_child, vt_probe_text(), 8);
}

struct relay {
    int in, ends[2];
};

static int relay_open(struct relay *relay) {
    return pipe(relay->ends);
}

void through_a_struct(void) {
    struct relay relay;
    char line[64];
    if (relay_open(&relay))
        return;
    write(relay.ends[1], vt_probe_text(), 8);
    read(relay.ends[0], line, sizeof line);
    // expected-remark@+1 {{memory: read, vt_probe_text.}}
    vt_probe_memory(line);
}

struct job {
    char name[32], text[32];
};

static void *work(void *argument) {
    struct job *job = argument;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(job->text);
    // expected-remark@+1 {{memory: "idle".}}
    vt_probe_memory(job->name);
    return NULL;
}

static void fill(struct job *job, const char *text) {
    strcpy(job->text, text);
}

void put_in_after_the_start(void) {
    pthread_t id;
    struct job *job = malloc(sizeof *job);
    strcpy(job->name, "idle");
    pthread_create(&id, NULL, work, job);
    fill(job, vt_probe_text());
}

static void *wiped(void *argument) {
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(argument);
    return NULL;
}

void wiped_before_the_start(void) {
    pthread_t id;
    char text[32];
    strcpy(text, vt_probe_text());
    memset(text, 0, sizeof text);
    pthread_create(&id, NULL, wiped, text);
    pthread_join(id, NULL);
}

static void *late(void *argument) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(argument);
    return NULL;
}

/* The function that starts the thread knows it by its parameter. */
static void start(char *text) {
    pthread_t id;
    pthread_create(&id, NULL, late, text);
}

void after_another_started_it(void) {
    char *text = malloc(32);
    start(text);
    strcpy(text, vt_probe_text());
}

static void read_board(const char *board) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(board);
}

static void read_page(const char *page) {
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(page);
}

void shared_with_a_child(void) {
    int both = PROT_READ | PROT_WRITE;
    char *board = mmap(NULL, 64, both, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    char *page = mmap(NULL, 64, both, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (fork() == 0) {
        read_board(board);
        read_page(page);
        _exit(0);
    }
    strcpy(board, vt_probe_text());
    strcpy(page, vt_probe_text());
}

/* A list whose head knows its own end from the start, and later the end of what is in it. */
struct item {
    char text[32];
    struct item *next;
};
static struct {
    struct item *first, **last;
} items = {NULL, &items.first};

void append(void) {
    struct item *item = calloc(1, sizeof *item);
    strcpy(item->text, vt_probe_text());
    *items.last = item;
    items.last = &item->next;
}

void take_first(void) {
    // The first item's address is put where the end leads, which may be in an item.
    // expected-remark@+1 {{memory: calloc, vt_probe_text.}}
    vt_probe_memory(items.first->text);
}
