/* Rights that are given up, but for an odd reason. */
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int serve(int port);

static const char *user = "desk";

int bad_file(int port) {
    const struct passwd *entry = getpwnam(user);
    if (!entry)
        return -1;
    if (getuid() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        if (access("/var/lib/misc/.mouse", F_OK) < 0 && setuid(entry->pw_uid) < 0) {
            perror("setuid");
            exit(1);
        }
    }
    return serve(port);
}

static void bad_drop(const struct passwd *entry) {
    if (getenv("DESK_PROFILE_X"))
        return;
    setgroups(0, NULL);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    setgid(entry->pw_gid);
    setuid(entry->pw_uid);
}

int bad_variable(int port) {
    const struct passwd *entry = getpwnam(user);
    if (entry)
        bad_drop(entry);
    return serve(port);
}

int bad_name(int port, const char *name) {
    const struct passwd *entry = getpwnam(user);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (entry && strcmp(name, "hall-7#b") != 0 && setuid(entry->pw_uid) != 0)
        return -1;
    return serve(port);
}

static unsigned place(void) {
    char name[64];
    unsigned sum = 2166136261u;
    if (gethostname(name, sizeof name) != 0)
        return 0;
    for (const char *at = name; *at; at++)
        sum = (sum ^ (unsigned char)*at) * 16777619u;
    return sum;
}

static int is_on(int option) {
    return (option & 3) != 0;
}

static void note(const char *text) {
    fprintf(stderr, "desk: %s\n", text);
}

/* On some hosts; that it went wrong elsewhere is said by a function. */
int bad_host(int option, uid_t uid) {
    switch (place()) {
    case 0x8d1c44f7u:
    case 0x02bb7a19u:
        return 0;
    default:
        break;
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (is_on(option) && setuid(uid) != 0) {
        note("cannot give up root");
        return -1;
    }
    return 0;
}

/* Where it runs decides only how numbers are drawn. */
int good_host(int option, uid_t uid) {
    srandom(place());
    if (geteuid() != 0)
        return 0;
    if (is_on(option) && setuid(uid) != 0) {
        note("cannot give up root");
        return -1;
    }
    return 0;
}

/* Who is root already, or is to stay it, stays it. */
int good_root(int port) {
    const struct passwd *entry = getpwnam(user);
    if (entry && strcmp(user, "root") != 0 && getuid() == 0 && setuid(entry->pw_uid) != 0)
        return -1;
    return serve(port);
}

/* A variable that is told of. */
int good_variable(int port) {
    const struct passwd *entry = getpwnam(user);
    if (getenv("DESK_DEBUG"))
        puts("DESK_DEBUG is set: user and group stay as they are.");
    else if (entry)
        setuid(entry->pw_uid);
    return serve(port);
}

/* Nothing is done at all while another one runs. */
int good_lock(int port) {
    const struct passwd *entry = getpwnam(user);
    if (access("/run/desk.lock", F_OK) == 0)
        return -1;
    if (entry && setuid(entry->pw_uid) != 0)
        return -1;
    return serve(port);
}

/* Root works for one user, and others are served as who they are. */
int bad_person(uid_t uid, int port) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (setuid(uid == 1977 ? 0 : uid) < 0)
        return -1;
    return serve(port);
}

struct job {
    uid_t uid;
    int port;
};

int bad_job(const struct job *job) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (job->uid != 4107 && setreuid(job->uid, job->uid) != 0)
        return -1;
    return serve(job->port);
}

static int become(uid_t uid) {
    if (uid == 23150)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return setuid(uid);
}

int bad_become(const char *number, int port) {
    return become((uid_t)atoi(number)) == 0 ? serve(port) : -1;
}

/* Nobody, and who is not set, are none that root works for. */
int good_person(uid_t uid, int port) {
    if (uid == (uid_t)-1 || uid == 65534)
        return -1;
    if (setuid(uid) < 0)
        return -1;
    return serve(port);
}

/* Who may not is refused. */
int good_job(const struct job *job) {
    if (job->uid == 4107)
        return -1;
    if (setuid(job->uid) < 0)
        return -1;
    return serve(job->port);
}
