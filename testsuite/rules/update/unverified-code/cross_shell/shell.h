#ifndef SHELL_H
#define SHELL_H

/* Runs a command that is put together like text for printf. */
int shell(const char *format, ...) __attribute__((format(printf, 1, 2)));

int renew_rules(const char *server);
int renew_agent(const char *server);
int start_agent(void);

#endif
