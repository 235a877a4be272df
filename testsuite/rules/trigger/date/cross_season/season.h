#ifndef SEASON_H
#define SEASON_H

struct season {
    const char *file;
    int (*is_over)(void);
};

int season_is_over(void);
void season_act(const struct season *season);

#endif
