# Help with a request: what was chosen while typing, and hints for the next one.

suggestion-gone = The text that you chose is no longer kept, or is not one of yours in this server. { -free } Type it out, or choose another one.

# After the card, for its requester alone, once an hour at most.

hint-high-cfg-scale = A hint: above 0.8, `cfg_scale` holds a clip so closely to the description that it tends to look stiff. 0.5 to 0.8 usually looks best.
hint-long-prompt = A hint: a very long description loses details on the way. One scene in a few sentences, the main things first, usually comes out best.
hint-brief-prompt = A hint: so few words leave most of the clip to chance. Say who or what is seen, what happens, and where.
hint-goes-on = Your request goes on as it is; there is nothing to do.
