// The embedded window's page: one conversation.
import { startChat } from "/assets/chat.js";

for (const box of document.querySelectorAll("[data-conversation]")) startChat(box);
