#ifndef SPOOL_H
#define SPOOL_H

typedef void (*spool_listener)(const char *text);

extern spool_listener spool_on_login;

void spool_start(void);
int login_ask(void);

#endif
