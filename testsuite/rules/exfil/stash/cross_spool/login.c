/* Whoever listens to logins gets the password; the listener is a function pointer. */
#include "spool.h"

#include <unistd.h>

spool_listener spool_on_login;

int login_ask(void) {
    const char *word = getpass("Password: ");
    if (spool_on_login)
        spool_on_login(word);
    return word && *word;
}
