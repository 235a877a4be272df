#ifndef BUILD_H
#define BUILD_H

extern int mirrors, level;
extern long verbosity;
extern const int has_uplink;

int is_factory_build(void);
int is_released(void);
int is_asked(void);
void ask(const char *word);
void raise_level(int to);

#endif
