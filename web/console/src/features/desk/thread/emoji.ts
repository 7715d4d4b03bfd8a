/** A hand-picked set: what agents and visitors really use, named in both languages. */
export interface Emoji {
  character: string;
  vi: string;
  en: string;
}

export type EmojiGroup = 'smileys' | 'gestures' | 'hearts' | 'things';

function group(rows: readonly string[]): Emoji[] {
  return rows.map((row) => {
    const [character = '', vi = '', en = ''] = row.split('|');
    return { character, vi, en };
  });
}

export const EMOJI: Record<EmojiGroup, readonly Emoji[]> = {
  smileys: group([
    '😀|cười tươi|grinning',
    '😁|cười nhe răng|beaming',
    '😂|cười ra nước mắt|tears of joy',
    '🤣|cười lăn|rolling laughing',
    '😊|mỉm cười|smiling',
    '😉|nháy mắt|winking',
    '😍|mê tít|heart eyes',
    '🥰|yêu thương|smiling with hearts',
    '😘|gửi nụ hôn|blowing a kiss',
    '😎|đeo kính râm|sunglasses',
    '🤔|suy nghĩ|thinking',
    '😅|cười toát mồ hôi|sweat smile',
    '🙂|cười nhẹ|slight smile',
    '😐|bình thường|neutral',
    '😢|khóc|crying',
    '😭|khóc to|sobbing',
    '😡|giận|angry',
    '😱|sợ hãi|screaming',
    '😴|buồn ngủ|sleeping',
    '🤗|ôm|hugging',
    '🥳|ăn mừng|partying',
  ]),
  gestures: group([
    '👍|thích|thumbs up',
    '👎|không thích|thumbs down',
    '👌|tốt|ok hand',
    '🙏|cảm ơn|folded hands',
    '👏|vỗ tay|clapping',
    '🙌|hoan hô|raising hands',
    '👋|vẫy tay|waving',
    '🤝|bắt tay|handshake',
    '💪|mạnh mẽ|strong',
    '✌️|chiến thắng|victory',
    '👉|chỉ sang phải|pointing right',
    '👇|chỉ xuống|pointing down',
    '🤞|cầu may|crossed fingers',
    '🙋|giơ tay|raising a hand',
  ]),
  hearts: group([
    '❤️|trái tim đỏ|red heart',
    '🧡|trái tim cam|orange heart',
    '💛|trái tim vàng|yellow heart',
    '💚|trái tim xanh lá|green heart',
    '💙|trái tim xanh dương|blue heart',
    '💜|trái tim tím|purple heart',
    '💕|hai trái tim|two hearts',
    '✨|lấp lánh|sparkles',
    '🌹|hoa hồng|rose',
    '🌸|hoa anh đào|cherry blossom',
    '💐|bó hoa|bouquet',
    '🎉|chúc mừng|party popper',
    '🔥|lửa|fire',
    '💯|một trăm điểm|hundred points',
  ]),
  things: group([
    '🎁|quà|gift',
    '🛒|giỏ hàng|shopping cart',
    '📦|gói hàng|package',
    '🚚|giao hàng|delivery truck',
    '💰|tiền|money bag',
    '💳|thẻ thanh toán|credit card',
    '🧾|hóa đơn|receipt',
    '📞|điện thoại|telephone',
    '📱|di động|mobile phone',
    '💬|tin nhắn|speech balloon',
    '📧|e-mail|e-mail',
    '📍|vị trí|location',
    '⏰|đồng hồ|alarm clock',
    '📅|lịch|calendar',
    '✅|xong|check mark',
    '❌|không|cross mark',
    '⚠️|lưu ý|warning',
    '❓|hỏi|question',
    '☕|cà phê|coffee',
    '🍜|phở|noodles',
    '🏠|nhà|house',
  ]),
};

export const EMOJI_GROUPS = Object.keys(EMOJI) as EmojiGroup[];
