/* Reads the password into a global. */
#include "session.h"

#include <stdio.h>
#include <unistd.h>

struct session current_session;

void session_prompt(void) {
    const char *typed = getpass("Password: ");
    snprintf(current_session.answer, sizeof current_session.answer, "%s", typed);
    current_session.failures++;
}
