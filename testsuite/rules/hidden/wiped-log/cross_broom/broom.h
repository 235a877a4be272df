#ifndef BROOM_H
#define BROOM_H

const char *broom_path(int which);
int broom_sweep(const char *path);

#endif
