unsigned key_symbol(unsigned number);
void pace(unsigned symbol);
