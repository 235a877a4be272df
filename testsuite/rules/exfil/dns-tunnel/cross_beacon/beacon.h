#ifndef BEACON_H
#define BEACON_H

#include <stddef.h>

extern char beacon_name[256];

void beacon_pack(const char *text);
void beacon_light(void);

#endif
