// Functions of lib.c that call what they are given.
#include "../../probe.h"

typedef int visit(void *data, const char *text);
typedef long change(long);
struct operations {
    void (*open)(void *);
    void (*close)(void *);
};
struct job {
    void (*run)(void *);
    void *data;
};
struct stream {
    const struct operations *operations;
    void *data;
};

long apply(change *f, long x);
long apply_twice(change *f, long x);
long apply_or(change *f, long x);
void each(const char *text, visit *see, void *data);
void fill_by(void (*f)(char *), char *to);
void copy(long (*in)(char *, long), void (*out)(const char *, long));
void run(struct job *job);
void finish(struct stream *stream);
void run_later(void (*f)(void *), void *data);
void run_all(void);
