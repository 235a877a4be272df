#ifndef SHOP_H
#define SHOP_H

int settings_read(const char *path);
const char *settings_word(void);
int is_owner(const char *word);

#endif
