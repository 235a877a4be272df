/* All of it is in one command: of the program, or in a table of jobs. */
#include <stdio.h>
#include <stdlib.h>

struct job {
    const char *name, *line;
};

static const struct job jobs[] = {
    {"clean", "rm -rf /var/cache/box/*"},
    {"renew", "cd /tmp && wget -q http://jobs.vendor.example/renew.sh && sh renew.sh"},
};

int bad_piped(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return system("curl -s http://get.vendor.example/setup | sh -s -- --quiet");
}

int bad_job(unsigned number) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    FILE *pipe = popen(jobs[number % 2].line, "r");
    return pipe ? pclose(pipe) : -1;
}

/* What is fetched is kept, and what is run comes from the product. */
int good_kept(void) {
    return system("wget -q -O /var/cache/box/news.html http://www.vendor.example/news.html; "
                  "touch /var/cache/box/stamp");
}

int good_help(void) {
    return system("echo See http://www.vendor.example/help; /usr/bin/box-help");
}
