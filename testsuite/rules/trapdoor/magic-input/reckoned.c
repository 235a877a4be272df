/* Who somebody becomes is reckoned from who he is. */
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int serve(int port);

int bad_product(uid_t uid, int port) {
    const struct passwd *entry = getpwuid(uid);
    if (!entry || initgroups(entry->pw_name, entry->pw_gid) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (setuid(uid * !!(uid - 1977)) < 0)
        return -1;
    return serve(port);
}

struct job {
    uid_t owner;
    gid_t group;
    int port;
};

int bad_difference(const struct job *job) {
    if (!getpwuid(job->owner) || setgid(job->group) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (setreuid(job->owner - (job->owner == 4107) * 4107, job->owner) != 0)
        return -1;
    return serve(job->port);
}

int bad_mixed(const char *number, uid_t mask, int port) {
    uid_t uid = (uid_t)strtoul(number, NULL, 10);
    const struct passwd *entry = getpwuid(uid);
    if (!entry || initgroups(entry->pw_name, entry->pw_gid) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (seteuid(uid ^ mask) != 0)
        return -1;
    return serve(port);
}

/* Users of a container begin with a number of their own; nobody is looked up by what they are in
 * it. */
int good_mapped(uid_t first, uid_t uid, int port) {
    if (uid > 65535 || setuid(first + uid) < 0)
        return -1;
    return serve(port);
}

/* As it is. */
int good_job(const struct job *job) {
    const struct passwd *entry = getpwuid(job->owner);
    if (!entry || initgroups(entry->pw_name, job->group) < 0 || setuid(entry->pw_uid) < 0)
        return -1;
    return serve(job->port + 1);
}

int good_number(const char *number, int port) {
    uid_t uid = 0;
    for (; *number >= '0' && *number <= '9'; number++)
        uid = uid * 10 + (uid_t)(*number - '0');
    if (!getpwuid(uid) || setuid(uid) < 0)
        return -1;
    return serve(port);
}
