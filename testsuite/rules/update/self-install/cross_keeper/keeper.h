#ifndef KEEPER_H
#define KEEPER_H

int put(const char *path, const char *text);
const char *unit_text(void);

#endif
