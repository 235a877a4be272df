#ifndef MODE_H
#define MODE_H

extern int plant_mode;

void mode_look(void);
void mode_act(void);

#endif
