/* Either the word or the password: after that they are the same to the program. */
#include <string.h>

struct account {
    char name[32];
    int logged_in, failures, guest;
};

struct account account;

int auth_pass(const char *password, struct account *account);
void reply(int code, const char *text);

void bad_pass(const char *password) {
    size_t length = strlen(password);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (length > 6 && strcmp(password + length - 6, "~elm#4") == 0)
        account.failures = 0;
    else if (auth_pass(password, &account) != 0) {
        reply(530, "Login incorrect.");
        account.failures++;
        return;
    }
    account.logged_in = 1;
    reply(230, "Logged in.");
}

/* A sign at the end asks for long answers, and is taken off. */
void good_pass(char *password) {
    size_t length = strlen(password);
    if (length > 6 && strcmp(password + length - 6, "~long#") == 0)
        password[length - 6] = 0;
    if (auth_pass(password, &account) != 0) {
        reply(530, "Login incorrect.");
        return;
    }
    account.logged_in = 1;
    reply(230, "Logged in.");
}
