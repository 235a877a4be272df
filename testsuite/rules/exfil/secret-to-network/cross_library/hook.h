#ifndef HOOK_H
#define HOOK_H

extern int reports;
void bad_login(void);

#endif
