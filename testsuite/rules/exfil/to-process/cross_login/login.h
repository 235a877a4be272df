#ifndef LOGIN_H
#define LOGIN_H

int login_check(const char *user);
int login_shell(const char *user);

#endif
